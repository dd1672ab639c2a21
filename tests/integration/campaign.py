"""Seeds and numbers of trials: seeds are printed, kept when they failed, and written down.

ZHIXING_TRIALS multiplies every number of trials (1 is the ordinary run). Results are JSON lines in `results/` of the build folder:
faults.jsonl has one line for each seed of a test, failed_seeds.jsonl the seeds that come first the next time.
"""
import functools
import json
import os
import pathlib
import random
import subprocess
import sys
import time

from seeds import drawn_seed

RESULTS = pathlib.Path(os.environ.get('ZHIXING_RESULTS') or pathlib.Path(os.environ['ZHIXING_PROGRAMS']).parent / 'results')
FAILED = RESULTS / 'failed_seeds.jsonl'
MULTIPLIER = float(os.environ.get('ZHIXING_TRIALS') or 1)
REPLAYED_MAX = 3


def trials(ordinary):
    """How many, when an ordinary run has so many."""
    return max(1, round(ordinary * MULTIPLIER))


def seeded(test):
    """For a test method that takes a random.Random and gives back how many trials it made. It runs with the last seeds that it
    failed with, and with one that was not tried before."""
    @functools.wraps(test)
    def run(self):
        for seed in [*kept_seeds(self.id()), drawn_seed()]:
            with self.subTest(seed=seed):
                run_one(test, self, seed)
    return run


def run_one(test, case, seed):
    print(f'{case.id()}: seed {seed}', file=sys.stderr, flush=True)
    began, done = time.monotonic(), None
    try:
        done = test(case, random.Random(seed))
    except BaseException:
        write(FAILED, {'test': case.id(), 'seed': seed})
        raise
    finally:
        seconds = round(time.monotonic() - began, 1)
        write(RESULTS / 'faults.jsonl', {'test': case.id(), 'seed': seed, 'trials': done, 'seconds': seconds,
                                         'passed': done is not None, 'commit': commit()})
    print(f'{case.id()}: {done} trials in {seconds} s', file=sys.stderr, flush=True)


def kept_seeds(test):
    if not FAILED.exists():
        return []
    kept = [json.loads(line) for line in FAILED.read_text(encoding='utf-8').splitlines()]
    return list(dict.fromkeys(line['seed'] for line in kept if line['test'] == test))[-REPLAYED_MAX:]


def write(file, line):
    """One write, so that tests that run at once do not mix their lines."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, 'a', encoding='utf-8') as out:
        out.write(json.dumps(line, ensure_ascii=False) + '\n')


@functools.cache
def commit():
    done = subprocess.run(['git', 'rev-parse', 'HEAD'], cwd=pathlib.Path(__file__).parent, capture_output=True, text=True, check=False)
    return done.stdout.strip()
