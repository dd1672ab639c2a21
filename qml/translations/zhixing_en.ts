<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Campaigns</name>
        <message numerus="yes">
            <source>%n task(s) late</source>
            <translation>
                <numerusform>%n task late</numerusform>
                <numerusform>%n tasks late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::PhotoList</name>
        <message numerus="yes">
            <source>At most %n picture(s) fit here.</source>
            <translation>
                <numerusform>At most %n picture fits here.</numerusform>
                <numerusform>At most %n pictures fit here.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Review</name>
        <message numerus="yes">
            <source>%n spend(s), ￥%1 in all</source>
            <translation>
                <numerusform>%n spend, ￥%1</numerusform>
                <numerusform>%n spends, ￥%1 in all</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::SyncModel</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sending %n record(s)</source>
            <translation>
                <numerusform>Sending %n record</numerusform>
                <numerusform>Sending %n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) saved here, not yet sent</source>
            <translation>
                <numerusform>%n record saved here, not yet sent</numerusform>
                <numerusform>%n records saved here, not yet sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Today</name>
        <message numerus="yes">
            <source>%n record(s) need you</source>
            <translation>
                <numerusform>%n record needs you</numerusform>
                <numerusform>%n records need you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n spend(s) returned</source>
            <translation>
                <numerusform>%n spend returned</numerusform>
                <numerusform>%n spends returned</numerusform>
            </translation>
        </message>
    </context>
</TS>
