"""Clocks of the programs under test that are not the machine's: an environment that gives a program another time or another pace."""
from programs import PROGRAMS

DUE_NOW = PROGRAMS.resolve() / 'libdue_now.so'      # what libfaketime lacks


def clock(setting):
    """`@2100-01-01 00:00:00` begins then, `+5m` is five minutes ahead, `+0 x10` runs ten times as fast (timers too)."""
    return {'LD_PRELOAD': f'{DUE_NOW}:/usr/$LIB/faketime/libfaketimeMT.so.1', 'FAKETIME': setting,
            'FAKETIME_DONT_RESET': '1', 'FAKETIME_NO_CACHE': '1', 'TZ': 'UTC'}
