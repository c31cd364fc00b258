"""What is built to be installed: whole, and the same to the byte whoever builds it."""

import shutil
from pathlib import Path
from tarfile import TarFile
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from reader.cli.manual import page
from reader.cli.parsing import grammar

ROOT = Path(__file__).parent.parent
PARTS = ("pyproject.toml", "README.md", "LICENSE", ".gitignore", ".build", "reader", "themes")
HEAVY = "reader/compare/weights/encoder.onnx"


@pytest.fixture
def checkout(tmp_path):
    """Return a copy of the sources at a new place and time, with little in the largest file."""

    def copy(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for part in (*PARTS, "seeds", "tests"):
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, copy_function=shutil.copyfile)
            else:
                shutil.copyfile(ROOT / part, folder / part)
        (folder / HEAVY).write_bytes(b"weights")
        return folder

    return copy


def built(builder: type, folder: Path) -> Path:
    (path,) = builder(str(folder)).build(directory=str(folder / "dist"), versions=["standard"])
    return Path(path)


@pytest.mark.parametrize("builder", [WheelBuilder, SdistBuilder])
def test_two_builds_are_the_same(builder, checkout, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = built(builder, checkout("one")), built(builder, checkout("another"))
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_a_wheel_that_is_made_from_the_sources_lacks_nothing(checkout, tmp_path):
    with TarFile.open(built(SdistBuilder, checkout("one"))) as sources:
        sources.extractall(tmp_path / "sources", filter="data")
    (folder,) = (tmp_path / "sources").iterdir()
    with ZipFile(built(WheelBuilder, folder)) as wheel:
        held = {name.partition(".data/data/")[2] or name: name for name in wheel.namelist()}
        manual = wheel.read(held["share/man/man1/reader.1"]).decode()
    for folder, place in (
        ("reader", "reader"),
        ("themes", "reader/_data/themes"),
        ("seeds", "reader/_data/seeds"),
    ):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"{place}/{file.relative_to(ROOT / folder).as_posix()}" in held
    for file in ("bash-completion/completions/reader", "zsh/site-functions/_reader"):
        assert f"share/{file}" in held
    assert manual == page(grammar())
    assert any(name.endswith("licenses/reader/compare/weights/LICENSE") for name in held)
