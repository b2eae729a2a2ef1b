"""Colours shared by the writers and the app: dark ink, and a tint and a strong tone per scope.

The strong tones differ in lightness as well as hue and keep a contrast of at least 4.5:1 on white.
"""

INK = "1F3A4D"
RULE = "B8C4CC"
TONES = {"gap": "F6D9CF", "covered": "D6E8DF", "unknown": "E6E8EB"}
STRONG = {"gap": "A8391B", "covered": "1D6B4C", "unknown": "5B6670"}
