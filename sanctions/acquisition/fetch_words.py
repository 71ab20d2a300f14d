"""What went wrong with a download, in a sentence for the person who has to mend it. Nothing is fetched here."""

from __future__ import annotations

import ssl

import requests
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ReadTimeoutError

TRUSTSTORE = "SANCTIONS_TRUSTSTORE"
"""The variable that asks for the certificates which the system itself trusts."""


def refusal(response: requests.Response) -> str:
    """That the server answered with something else than the file, and what to do."""
    status, wait = response.status_code, response.headers.get("Retry-After")
    after = f" and asks to come back after {wait}" + (" seconds" if wait.isdigit() else "") if wait else ""
    return f"the server answered {status} {response.reason or ''}".rstrip() + f"{after}. {_mend(status)}"


def _mend(status: int) -> str:
    if status in {401, 403, 451}:
        return "It refuses this program or network; give the file with --from."
    if status in {404, 410}:
        return "The publisher has moved the file; correct the URL in the list's definition, or give the file with --from."
    return "Try again later, or give the file with --from."


def too_large(url: str, most: int) -> str:
    return (
        f"{url}: the file is larger than the {most / 1024**2:,.6g} MB allowed for it; nothing was kept. "
        f"If the list has grown so much, raise max_mb in its definition."
    )


def unreachable(problem: BaseException, *, connect: float, read: float) -> str:
    """Why no answer came, in words; from the innermost of the nested errors, which alone says something to a person."""
    inner = _innermost(problem)
    match inner:
        case ReadTimeoutError():
            return f"the server did not answer within {read:g} seconds"
        case NameResolutionError():
            return "the server's name cannot be resolved; this machine may be offline"
        case ConnectTimeoutError() if not isinstance(inner, NewConnectionError):  # which is a kind of it in some versions
            return f"the server could not be reached within {connect:g} seconds"
        case ssl.SSLError():
            mend = f"behind a company proxy, set REQUESTS_CA_BUNDLE or {TRUSTSTORE}=1"
            return f"its certificate cannot be trusted ({inner.reason or inner}); {mend}"
    if isinstance(problem, requests.exceptions.ProxyError):
        return "the proxy of the environment (HTTPS_PROXY) refuses the connection"
    cause = inner.__cause__ or inner
    return f"the server cannot be reached ({getattr(cause, 'strerror', None) or cause})"


def _innermost(problem: BaseException) -> BaseException:
    while True:
        nested = getattr(problem, "reason", None) or next((arg for arg in problem.args if isinstance(arg, BaseException)), None)
        if not isinstance(nested, BaseException):
            return problem
        problem = nested
