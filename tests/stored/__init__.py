"""One value of each kind that users keep, as each release wrote it: a later release still reads them.

`PYTHONPATH=tests python -m stored` adds the folder of the present version. What is there is never written again.
"""
