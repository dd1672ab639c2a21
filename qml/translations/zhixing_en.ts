<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>MePage</name>
        <message numerus="yes">
            <source>%n photo(s) not yet at headquarters</source>
            <translation>
                <numerusform>%n photo not yet at headquarters</numerusform>
                <numerusform>%n photos not yet at headquarters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayTasks</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayRecorded</name>
        <message numerus="yes">
            <source>%n to answer</source>
            <translation>
                <numerusform>%n to answer</numerusform>
                <numerusform>%n to answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not solved</source>
            <translation>
                <numerusform>%n not solved</numerusform>
                <numerusform>%n not solved</numerusform>
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
        <name>zhixing::client::Budget</name>
        <message numerus="yes">
            <source>The amounts of %n line(s) are frozen as the plan</source>
            <translation>
                <numerusform>The amount of %n line is frozen as the plan</numerusform>
                <numerusform>The amounts of %n lines are frozen as the plan</numerusform>
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
        <name>zhixing::client::Exporter</name>
        <message numerus="yes">
            <source>%n row(s) of feedback, </source>
            <translation>
                <numerusform>%n row of feedback, </numerusform>
                <numerusform>%n rows of feedback, </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>questions of %n edition(s), counted again after writing: </source>
            <translation>
                <numerusform>questions of %n edition, counted again after writing: </numerusform>
                <numerusform>questions of %n editions, counted again after writing: </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) written to %1</source>
            <translation>
                <numerusform>%n row written to %1</numerusform>
                <numerusform>%n rows written to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::History</name>
        <message numerus="yes">
            <source>History up to %1. %n later change(s) are not here; they come with a connection.</source>
            <translation>
                <numerusform>History up to %1. %n later change is not here; it comes with a connection.</numerusform>
                <numerusform>History up to %1. %n later changes are not here; they come with a connection.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Outbox</name>
        <message numerus="yes">
            <source>%1 (%2, tried %n time(s))</source>
            <comment>what kept it, when</comment>
            <translation>
                <numerusform>%1 (%2, tried once)</numerusform>
                <numerusform>%1 (%2, tried %n times)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Overview</name>
        <message numerus="yes">
            <source>From %n site(s) nothing was heard: what their devices have not sent is in no figure here. As of %1.</source>
            <translation>
                <numerusform>From %n site nothing was heard: what its devices have not sent is in no figure here. As of %1.</numerusform>
                <numerusform>From %n sites nothing was heard: what their devices have not sent is in no figure here. As of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 in %n row(s); the first %2 are listed</source>
            <translation>
                <numerusform>%1 in %n row</numerusform>
                <numerusform>%1 in %n rows; the first %2 are listed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 in %n row(s)</source>
            <translation>
                <numerusform>%1 in %n row</numerusform>
                <numerusform>%1 in %n rows</numerusform>
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
        <name>zhixing::client::Plan</name>
        <message numerus="yes">
            <source>%n task(s) begin too early</source>
            <translation>
                <numerusform>%n task begins too early</numerusform>
                <numerusform>%n tasks begin too early</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) differ from the frozen plan</source>
            <translation>
                <numerusform>%n task differs from the frozen plan</numerusform>
                <numerusform>%n tasks differ from the frozen plan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moved, and %n that wait(s) for it</source>
            <translation>
                <numerusform>Moved, and %n that waits for it</numerusform>
                <numerusform>Moved, and %n that wait for it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The dates of %n task(s) are frozen as the plan</source>
            <translation>
                <numerusform>The dates of %n task are frozen as the plan</numerusform>
                <numerusform>The dates of %n tasks are frozen as the plan</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Raci</name>
        <message numerus="yes">
            <source>%n task(s) with a gap</source>
            <translation>
                <numerusform>%n task with a gap</numerusform>
                <numerusform>%n tasks with a gap</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Repairs</name>
        <message numerus="yes">
            <source>%n record(s) were missing and were fetched</source>
            <translation>
                <numerusform>%n record was missing and was fetched</numerusform>
                <numerusform>%n records were missing and were fetched</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) were outdated and were fetched</source>
            <translation>
                <numerusform>%n record was outdated and was fetched</numerusform>
                <numerusform>%n records were outdated and were fetched</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) were removed that headquarters does not have</source>
            <translation>
                <numerusform>%n record was removed that headquarters does not have</numerusform>
                <numerusform>%n records were removed that headquarters does not have</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of your change(s) were sent again</source>
            <translation>
                <numerusform>%n of your changes was sent again</numerusform>
                <numerusform>%n of your changes were sent again</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n removed record(s) are kept here</source>
            <translation>
                <numerusform>%n removed record is kept here</numerusform>
                <numerusform>%n removed records are kept here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Review</name>
        <message numerus="yes">
            <source>%n to decide, ￥%1 of spends</source>
            <translation>
                <numerusform>%n to decide, ￥%1 of spends</numerusform>
                <numerusform>%n to decide, ￥%1 of spends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked, ￥%1 together</source>
            <translation>
                <numerusform>%n marked, ￥%1 together</numerusform>
                <numerusform>%n marked, ￥%1 together</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked</source>
            <translation>
                <numerusform>%n marked</numerusform>
                <numerusform>%n marked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Storage</name>
        <message numerus="yes">
            <source>%n photo(s), %1</source>
            <translation>
                <numerusform>%n photo, %1</numerusform>
                <numerusform>%n photos, %1</numerusform>
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
        <name>zhixing::client::Targets</name>
        <message numerus="yes">
            <source>%n breakdown(s) do not add up</source>
            <translation>
                <numerusform>%n breakdown does not add up</numerusform>
                <numerusform>%n breakdowns do not add up</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n target(s) are incomplete</source>
            <translation>
                <numerusform>%n target is incomplete</numerusform>
                <numerusform>%n targets are incomplete</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Templates</name>
        <message numerus="yes">
            <source>%n task(s)</source>
            <translation>
                <numerusform>%n task</numerusform>
                <numerusform>%n tasks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n budget line(s)</source>
            <translation>
                <numerusform>%n budget line</numerusform>
                <numerusform>%n budget lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>“%1” is planned: %n task(s) from the template</source>
            <translation>
                <numerusform>“%1” is planned: %n task from the template</numerusform>
                <numerusform>“%1” is planned: %n tasks from the template</numerusform>
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
        <message numerus="yes">
            <source>%n spend(s) without a receipt</source>
            <translation>
                <numerusform>%n spend without a receipt</numerusform>
                <numerusform>%n spends without a receipt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) late</source>
            <translation>
                <numerusform>%n task late</numerusform>
                <numerusform>%n tasks late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n incident(s) not solved</source>
            <translation>
                <numerusform>%n incident not solved</numerusform>
                <numerusform>%n incidents not solved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reply(s) due today</source>
            <translation>
                <numerusform>%n reply due today</numerusform>
                <numerusform>%n replies due today</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeedbackDetailPage</name>
        <message numerus="yes">
            <source>%n star(s)</source>
            <translation>
                <numerusform>%n star</numerusform>
                <numerusform>%n stars</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldWords</name>
        <message numerus="yes">
            <source>reply %n day(s) late</source>
            <translation>
                <numerusform>reply %n day late</numerusform>
                <numerusform>reply %n days late</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message numerus="yes">
            <source>%n not solved</source>
            <translation>
                <numerusform>%n not solved</numerusform>
                <numerusform>%n not solved</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportPage</name>
        <message numerus="yes">
            <source>Filled in from %n task(s) of today; change what does not fit.</source>
            <translation>
                <numerusform>Filled in from %n task of today; change what does not fit.</numerusform>
                <numerusform>Filled in from %n tasks of today; change what does not fit.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::FeedbackForm</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::TaskDetail</name>
        <message numerus="yes">
            <source>target %n a day</source>
            <translation>
                <numerusform>target %n a day</numerusform>
                <numerusform>target %n a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n a week</source>
            <translation>
                <numerusform>target %n a week</numerusform>
                <numerusform>target %n a week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n a month</source>
            <translation>
                <numerusform>target %n a month</numerusform>
                <numerusform>target %n a month</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>target %n</source>
            <translation>
                <numerusform>target %n</numerusform>
                <numerusform>target %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>zhixing::client::Unfinished</name>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
    </context>
</TS>
