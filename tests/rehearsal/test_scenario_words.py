"""Phrases are filled in one pass, in the viewer's language; an unusable file of viewers says why."""

import random
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.money import Money
from console.domain.products import Product, Variant
from console.rehearsal.market import choose_variant, draw
from console.rehearsal.pace import CLAIMS_OPEN, LIVELIEST, QUIETEST, lines_per_second, swell
from console.rehearsal.phrases import fill, speakable, spoken, subject
from console.rehearsal.viewers import MOST_BYTES, MaterialError, Tongue, read_material

MUG = Product("mug", "Stoneware mug 粗陶马克杯", (Variant("MUG", Money(1800, "USD")),))


def sized(*options: tuple[str, ...]) -> Product:
    return Product("x", "X", tuple(Variant("-".join(each), Money(1, "USD"), options=each) for each in options))


@pytest.mark.parametrize(
    ("title", "english", "chinese"),
    [
        ("Linen shirt 亚麻衬衫", "linen shirt", "亚麻衬衫"),
        ("Canvas tote", "canvas tote", "Canvas tote"),
        ("青瓷茶壶", "青瓷茶壶", "青瓷茶壶"),
        ("LED lamp", "LED lamp", "LED lamp"),
    ],
)
def test_a_viewer_says_their_part_of_a_bilingual_title(title: str, english: str, chinese: str) -> None:
    assert (spoken(title, Tongue.ENGLISH), spoken(title, Tongue.CHINESE)) == (english, chinese)


def test_a_phrase_is_filled_with_the_product_on_air() -> None:
    about = subject(MUG, MUG.variants[0], "12", Tongue.ENGLISH)
    assert fill("{code}: {title} for {price}?", about) == "12: stoneware mug for 18.00?"


def test_a_phrase_about_variants_is_not_for_a_product_without_a_choice() -> None:
    about = subject(MUG, MUG.variants[0], "12", Tongue.ENGLISH)
    assert speakable(("is {variant} left?", "lovely {title}"), about) == ("lovely {title}",)


def test_without_a_product_only_phrases_without_gaps_are_said() -> None:
    assert speakable(("hello", "lovely {title}"), None) == ("hello",)


@given(title=st.text(min_size=1, max_size=300), code=st.text(min_size=1, max_size=300))
def test_what_is_put_into_a_gap_is_capped_and_never_read_as_a_phrase(title: str, code: str) -> None:
    product = msgspec.structs.replace(MUG, title=title)
    about = subject(product, product.variants[0], code, Tongue.ENGLISH)
    assert fill("{code}", about) == code[:80]
    assert len(fill("{title}", about)) <= 80


def test_a_title_that_looks_like_a_gap_stays_as_it_is() -> None:
    product = msgspec.structs.replace(MUG, title="{price} {code}")
    about = subject(product, product.variants[0], "12", Tongue.ENGLISH)
    assert fill("{title}", about) == "{price} {code}"


def test_middle_sizes_are_wanted_more_in_every_colour() -> None:
    product = sized(*((size, colour) for colour in ("White", "Sage") for size in ("S", "M", "L", "XL")))
    chance = random.Random(1)
    sizes = Counter(choose_variant(chance, product).options[0] for _ in range(2000))
    assert min(sizes["M"], sizes["L"]) > 1.5 * max(sizes["S"], sizes["XL"])


@given(mean=st.floats(0, 6), seed=st.integers())
def test_a_count_is_next_to_its_mean(mean: float, seed: int) -> None:
    assert abs(draw(random.Random(seed), mean) - mean) <= 1


@given(seed=st.integers(0, 10**9), n=st.integers(0, 10**6), age=st.none() | st.integers(0, 10**5))
def test_the_pace_of_lines_keeps_within_its_bounds(seed: int, n: int, age: int | None) -> None:
    assert QUIETEST <= lines_per_second(seed, n, age) <= LIVELIEST


def test_excitement_starts_when_claims_open_peaks_and_fades() -> None:
    assert swell(CLAIMS_OPEN - 1) == 0
    assert swell(CLAIMS_OPEN + 18) == pytest.approx(1)
    assert swell(300) < 0.01


def test_a_file_of_viewers_without_a_kind_of_phrase_names_what_it_lacks(sample_folder: Path) -> None:
    whole = msgspec.json.decode((sample_folder / "viewers.json").read_bytes())
    del whole["phrases"]["zh"]["bye"]
    with pytest.raises(MaterialError, match=r"phrases\.zh\.bye"):
        read_material(msgspec.json.encode(whole))


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b'{"version": 1}', b"\xff", b"[" * 100_000, b" " * (MOST_BYTES + 1)])
def test_a_broken_file_of_viewers_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(MaterialError, match="viewers' file"):
        read_material(raw)
