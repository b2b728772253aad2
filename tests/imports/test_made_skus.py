"""SKUs that the import makes: readable, unlike each other, and the same at every import."""

from collections.abc import Collection, Iterable

from hypothesis import given
from hypothesis import strategies as st

from console.imports.made_skus import Key, make_skus, readable


def made(wanted: Iterable[Key], taken: Collection[str]) -> dict[Key, str]:
    return make_skus({key: readable(key) for key in wanted}, taken)


words = st.text(alphabet="aAbB -_/é红ß1", max_size=6)
keys = st.sets(st.tuples(words, st.lists(words, max_size=3).map(tuple)), max_size=12)


def test_handle_and_options_are_joined() -> None:
    key: Key = ("classic-varsity-top", ("Small", "Deep Blue"))
    assert made([key], ()) == {key: "classic-varsity-top-small-deep-blue"}


def test_letters_of_any_script_are_kept() -> None:
    key: Key = ("瓷杯", ("青花 / 大", "Größe"))
    assert made([key], ()) == {key: "瓷杯-青花-大-grösse"}


def test_keys_that_read_the_same_are_all_marked() -> None:
    one: Key = ("tee", ("Red/Blue",))
    other: Key = ("tee", ("Red Blue",))
    skus = made([one, other], ())
    assert skus[one] != skus[other]
    assert all(sku.startswith("tee-red-blue-") for sku in skus.values())


def test_a_name_that_is_taken_is_marked() -> None:
    skus = made([("mug", ())], {"mug"})
    assert skus["mug", ()].startswith("mug-")


def test_a_key_without_letters_gets_a_mark_alone() -> None:
    (sku,) = made([("!!!", ("★",))], ()).values()
    assert len(sku) == 8


@given(keys, st.sets(words, max_size=6))
def test_made_skus_are_unique_and_not_taken(wanted: set[Key], taken: set[str]) -> None:
    skus = made(wanted, taken)
    assert skus.keys() == wanted
    assert len(set(skus.values())) == len(wanted)
    assert taken.isdisjoint(skus.values())
    assert all(skus.values())


@given(keys)
def test_made_skus_do_not_depend_on_order(wanted: set[Key]) -> None:
    ordered = sorted(wanted)
    assert made(ordered, ()) == made(reversed(ordered), ())


@given(keys)
def test_a_mark_depends_on_its_key_alone(wanted: set[Key]) -> None:
    taken = {readable(key) for key in wanted}
    together = made(wanted, taken)
    assert together == {key: made([key], taken)[key] for key in wanted}
