"""What the Arabic (101) layout writes for each key, on Windows and on X11."""

WINDOWS = {
    **dict(zip("qwertyuiop[]", "ضصثقفغعهخحجد", strict=True)),
    **dict(zip("asdfghjkl;'", "شسيبلاتنمكط", strict=True)),
    **dict(zip("zxcvnm,./`", "ئءؤرىةوزظذ", strict=True)),
    "b": "لا",
    **dict(zip("QWERYUIOP{}", "\u064e\u064b\u064f\u064cإ‘÷×؛<>", strict=True)),
    **dict(zip("ASDFHJKL", "\u0650\u064d][أـ،/", strict=True)),
    **dict(zip("ZXCVNM<>?~", "~\u0652}{آ’,.؟\u0651", strict=True)),
    "T": "لإ",
    "G": "لأ",
    "B": "لآ",
}
X11 = {**WINDOWS, "U": "`", "M": "'", "b": "ﻻ", "T": "ﻹ", "G": "ﻷ", "B": "ﻵ"}
