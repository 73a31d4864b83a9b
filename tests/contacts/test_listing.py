"""A list as a value."""

from __future__ import annotations

import pickle
import random

from hypothesis import given
from hypothesis import strategies as st

from taahodname.contacts import Numbers, digest, read_list
from taahodname.contacts.notes import Weight
from tests.contacts.making import GOOD, column

TAILS = st.lists(st.integers(0, 10**9 - 1), unique=True, min_size=2, max_size=30)


@given(TAILS, st.randoms(use_true_random=False))
def test_the_digest_does_not_depend_on_the_order(tails, chance: random.Random):
    other = list(tails)
    chance.shuffle(other)
    assert digest(Numbers(tails)) == digest(Numbers(other))


@given(TAILS)
def test_one_number_less_is_another_digest_and_no_number_is_in_it(tails):
    whole = digest(Numbers(tails))
    assert whole != digest(Numbers(tails[1:]))
    assert len(whole) == 64
    assert not any(number in whole for number in Numbers(tails))


def test_numbers_come_one_after_the_other_however_many_there_are():
    tails = range(0, 10**9, 333_333)
    assert list(Numbers(tails)) == [f"09{tail:09}" for tail in tails]
    assert list(Numbers()) == []


def test_taking_the_first_numbers_is_told_with_what_is_put_aside(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(column(*GOOD))
    read = read_list(tmp_path / "a.xlsx")
    taken = read.take(2)
    assert list(taken.numbers) == list(GOOD[:2])
    assert [note.code for note in taken.noted(Weight.WARNING)] == ["taken"]
    assert "۲ شمارهٔ نخست برداشته شد و ۱ شمارهٔ دیگر" in taken.notes[-1].message
    assert read.take(3) is read


def test_a_list_goes_to_other_processes_and_its_repr_shows_no_number(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(column(*GOOD, GOOD[0], "09351234567"))
    read = read_list(tmp_path / "a.xlsx")
    assert pickle.loads(pickle.dumps(read)) == read
    assert not any(number in repr(read) for number in (*GOOD, "09351234567"))
    assert len({hash(read.numbers), hash(pickle.loads(pickle.dumps(read)).numbers)}) == 1
