import pytest

from kg.errors import ConfigError
from kg.names.packages import package_file


def test_a_file_of_a_package() -> None:
    assert package_file("opencc", "dictionary", "TSCharacters.txt").is_file()


@pytest.mark.parametrize("package", ["no_such_package", "opencc"])
def test_a_missing_list_is_an_error_in_a_sentence(package: str) -> None:
    with pytest.raises(ConfigError, match=f"of the package {package} are missing"):
        package_file(package, "no_such_file")
