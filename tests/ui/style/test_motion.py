"""The system's wish for less motion, where its files say it; and the person's own word on top."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from console.preferences import Preferences
from console.ui.looking import calm_of, larger, normal, other_motion, other_theme, smaller, theme_of
from console.ui.style.motion import calm_wished, in_files
from console.ui.style.palette import Theme


@pytest.mark.parametrize(
    ("name", "text", "calm"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1.4\n", False),
        ("kdeglobals", "[General]\nColorScheme=Breeze\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "\x00 no file of settings %(", False),
    ],
)
def test_files_of_the_desktop_say_it(tmp_path: Path, name: str, text: str, calm: bool) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text)
    assert in_files(tmp_path) is calm


def test_a_desktop_that_says_nothing_wishes_for_nothing(tmp_path: Path) -> None:
    assert not in_files(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="files of Linux desktops")
@pytest.mark.usefixtures("qapp")
def test_the_user_s_own_folder_is_looked_into() -> None:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))
    folder.mkdir(parents=True, exist_ok=True)
    assert not calm_wished()
    (folder / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    assert calm_wished()


def test_the_person_has_the_last_word() -> None:
    assert [calm_of(Preferences(motion=m), wished=True) for m in ("system", "reduced", "full")] == [True, True, False]
    assert [calm_of(Preferences(motion=m), wished=False) for m in ("system", "reduced", "full")] == [False, True, False]


def test_sizes_go_up_and_down_and_stay_within_their_bounds() -> None:
    sizes = [Preferences()]
    while (size := larger(sizes[-1])) != sizes[-1]:
        sizes.append(size)
    assert [each.text for each in sizes] == [1.0, 1.1, 1.25, 1.5, 1.75, 2.0]
    assert smaller(sizes[1]) == sizes[0] == smaller(sizes[0]) == normal(sizes[-1])


@pytest.mark.usefixtures("qapp")
def test_themes_and_motions_take_turns() -> None:
    assert theme_of(other_theme(Preferences(theme="dark"))) is Theme.LIGHT
    assert theme_of(Preferences(theme="system")) in Theme
    turned = other_motion(other_motion(other_motion(Preferences())))
    assert turned == Preferences()
