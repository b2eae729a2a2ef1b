"""The conditional ratio on invented fields whose truth is known."""

import numpy as np

from gaps.score import Observation, scores


def observations(count: int = 120) -> list[Observation]:
    generator = np.random.Generator(np.random.PCG64(7))
    result = []
    for number in range(count):
        patents, provisions = float(generator.integers(0, 200)), float(generator.integers(0, 5))
        mean = np.exp(0.5 + 0.4 * np.log1p(patents) + 0.2 * np.log1p(provisions))
        links = (0.9,) * int(generator.negative_binomial(2, 2 / (2 + mean)))
        result.append(Observation(f"tech:{number}", f"field {number % 6}", links, patents, provisions))
    return result


def test_too_few_technologies_give_no_ratio():
    assert scores(observations(29)) == {}


def test_ratio_lies_in_its_interval_and_score_is_its_logarithm():
    for score in scores(observations()).values():
        assert score.low <= score.ratio <= score.high
        assert np.isclose(score.score, -np.log(score.ratio), atol=1e-3)


def test_more_standards_at_the_same_intensity_give_a_higher_ratio():
    some = observations()
    poor = Observation("tech:poor", "field 1", (0.9,), 150.0, 2.0)
    rich = Observation("tech:rich", "field 1", (0.9,) * 60, 150.0, 2.0)
    found = scores([*some, poor, rich])
    assert found["tech:poor"].high < 1 < found["tech:rich"].low


def test_few_standards_are_no_gap_where_little_is_expected():
    some = observations()
    quiet = Observation("tech:quiet", "field 1", (0.9,), 0.0, 0.0)
    loud = Observation("tech:loud", "field 1", (0.9,), 190.0, 4.0)
    found = scores([*some, quiet, loud])
    assert found["tech:quiet"].ratio > 2 * found["tech:loud"].ratio


def test_two_runs_agree_to_the_byte():
    assert scores(observations()) == scores(observations())
