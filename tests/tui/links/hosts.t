# An address is shown with the host that is asked, wherever it is shown.
file   a.md <<
# Links

[bank](http://bank.example@evil.example/a), [pay](https://pаypal.example/b), [tail](https://evil.example/bank.example‮moc), [mail](mailto:a@b.example?subject=Hi), [hidden](mailto:a@b.example?x-header=1).
>>
env    BROWSER=true
size   100x12
run    gutread {tmp}/a.md
wait   "bank, pay"
keys   <Tab>
wait   "http://evil.example/a"
absent "bank.example@"
keys   y
wait   "copied http://evil.example/a"
keys   o
wait   "opened http://evil.example/a"
keys   <Tab>
wait   "https://xn--pypal-4ve.example/b"
absent "pаypal"
keys   y
wait   "copied https://xn--pypal-4ve.example/b"
keys   <Tab>
wait   "https://evil.example/bank.example%E2%80%AEmoc"
keys   <Tab> o
wait   "open mailto:a@b.example?subject=Hi with another program? (y/n)"
keys   n <Tab> o
wait   "is not opened"
keys   L
wait   "http://evil.example/a"
wait   "https://xn--pypal-4ve.example/b"
absent "bank.example@"
absent "pаypal"
keys   q q
exit   0
restored
# Where room is short, the end of a host is what is kept of it.
file   b.md <<
[shop](https://bank.example.log-in.session.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.evil.example/here)
>>
size   60x12
run    gutread {tmp}/b.md
wait   "shop"
keys   <Tab>
wait   ".evil.example/here"
absent "bank"
keys   q
exit   0
run    gutread --offline http://ann@pаypal.example/b
wait   "xn--pypal-4ve.example/b"
absent "ann@"
absent "pаypal"
keys   q
exit   0
