"""Where the chance of a test begins (its twin for C++ is tests/support/seed.h)."""
import os
import random


def drawn_seed():
    """ZHIXING_SEED where it is set, as in `make test`, which takes it from the commit; otherwise drawn anew."""
    return int(os.environ['ZHIXING_SEED'], base=0) if os.environ.get('ZHIXING_SEED') else random.SystemRandom().randrange(2**32)
