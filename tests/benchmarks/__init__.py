"""What the engine is measured by: commands, each with a short table and a peer in the same run; none is a timed test.

    python -m tests.benchmarks.selfscreen     every listed name as published finds its own entry
    python -m tests.benchmarks.manipulated    recall by class of changed names
    python -m tests.benchmarks.variants       spellings and scripts that publishers themselves give for one target
    python -m tests.benchmarks.scripts        common names of many countries in their own script find their Latin spellings
    python -m tests.benchmarks.quiet          false alerts on ordinary names
    python -m tests.benchmarks.crosslist      a target's name on one list finds it on another
    python -m tests.benchmarks.pairs          labelled pairs: precision, recall, F1, agreement with the peers
    python -m tests.benchmarks.written        labelled pairs written by hand: precision, recall, F1 beside the peers
    python -m tests.benchmarks.constants      what each constant of persons' names is worth, a step lower and higher
    python -m tests.benchmarks.speed          names a second, memory, build, cold start
    python -m tests.benchmarks.atsize         a book of 100,000: report, 5,000 decisions, import, memory

They search the lists of --home ($SANCTIONS_HOME) and read ordinary names from SANCTIONS_REAL_DATA; what is not there is
told in a sentence and left out. The peer nomenklatura is in the dependency group "bench" (pip install --group bench;
it builds PyICU, for which Debian needs libicu-dev, pkg-config and g++).

manipulated, variants, crosslist, pairs and written split entities by a hash of their ids: --part tune is for looking at misses,
--part report for the figures. Nothing is tuned on the second.
"""
