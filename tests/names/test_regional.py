import pytest

from kg.names import name_key
from kg.names.regional import SHARED, regional


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("紐西蘭", "新西兰"),
        ("沙烏地阿拉伯", "沙特阿拉伯"),
        ("阿拉伯聯合大公國", "阿拉伯联合酋长国"),
        ("象牙海岸", "科特迪瓦"),
        ("賓士", "奔驰"),
        ("晶片", "芯片"),
    ],
)
def test_the_mainlands_form(taiwan: str, mainland: str) -> None:
    assert regional()[name_key(taiwan)] == mainland


def test_both_sides_are_keys_and_differ() -> None:
    found = regional()
    assert len(found) > 400
    assert all(key == name_key(key) for pair in found.items() for key in pair)
    assert not any(taiwan == mainland for taiwan, mainland in found.items())


def test_no_form_leads_on_to_another() -> None:
    assert not set(regional()) & set(regional().values())


@pytest.mark.parametrize("name", ["程序", "文件", "高级", "虚拟机器", "李彦宏", *sorted(SHARED)])
def test_what_the_mainland_writes_too_is_left_out(name: str) -> None:
    assert name not in regional()
