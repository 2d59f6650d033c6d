<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivationWords</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matching</source>
        <translation>
            <numerusform>%n matching</numerusform>
            <numerusform>%n matching</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spelling difference(s)</source>
        <translation>
            <numerusform>%n spelling difference</numerusform>
            <numerusform>%n spelling differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueActs</name>
    <message numerus="yes">
        <source>%n request(s) assigned.</source>
        <translation>
            <numerusform>%n request assigned.</numerusform>
            <numerusform>%n requests assigned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestChoices</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPapers</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPagePresenter</name>
    <message numerus="yes">
        <source>%n request(s) found</source>
        <translation>
            <numerusform>%n request found</numerusform>
            <numerusform>%n requests found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n request(s); write more to narrow it</source>
        <translation>
            <numerusform>The newest request; write more to narrow it</numerusform>
            <numerusform>The newest %n requests; write more to narrow it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShellPresenter</name>
    <message numerus="yes">
        <source>%n print(s) with unknown outcome</source>
        <translation>
            <numerusform>%n print with unknown outcome</numerusform>
            <numerusform>%n prints with unknown outcome</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>holds %n</source>
        <translation>
            <numerusform>holds %n</numerusform>
            <numerusform>holds %n</numerusform>
        </translation>
    </message>
</context>
</TS>
