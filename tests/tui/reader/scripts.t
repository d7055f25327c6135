# Wide, combined and right-to-left characters stand in their cells.
file   a.md <<
# 日本語 title

日本語のテキストは折り返されます。これは長い段落です。

שלום עולם and é here.

| 食物 | n |
| ---- | -: |
| 豆 | 1 |
| ab | 22 |

```
日本語日本語日本語日本語日本語日本語日本語日本語END
```
>>
size   40x12
run    gutread {tmp}/a.md
wait   "日本語 title"
wait   "\n 日本語のテキストは折り返されます。これ\n は長い段落です。\n"
wait   "שלום"
keys   G
wait   " 食物    n\n"
wait   " 豆      1\n"
wait   " ab     22\n"
wait   "›"
absent "END"
keys   2>
wait   "日本語END"
keys   2<
size   200x60
wait   "日本語END"
size   30x6
wait   "日本語"
keys   q
exit   0
restored
