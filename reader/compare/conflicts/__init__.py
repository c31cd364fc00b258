"""What two linked sentences say differently: conflicts and framing, each with its two spans."""

from reader.compare.conflicts.judgement import Judgement
from reader.compare.conflicts.judging import Judge, judge
from reader.compare.conflicts.testimony import Testimony
from reader.compare.conflicts.weighing import Weights
from reader.compare.conflicts.within import contradictions

__all__ = ["Judge", "Judgement", "Testimony", "Weights", "contradictions", "judge"]
