import QtQml

/* One column of a DataTable: what it is called, which role it shows, how wide it is and how its cells are drawn. */
QtObject {
    id: root
    /* Text; Figure is right-aligned; Light shows `role` as the word and `lightRole` as the shape; Meter needs two shares. */
    enum Form { Words, Figure, Light, Meter, State }

    required property string title
    required property string role
    property int form: TableColumn.Form.Words
    property int width: 120
    /* Share of the width left over; 0 keeps `width`. */
    property real stretch: 0
    property string lightRole: ""
    property string secondRole: ""
    property bool soft: false
    /* The field that editing a cell changes; not set where nothing is typed. `editRole` has its plain value. */
    property string field: ""
    property string editRole: root.role
    /* What may be chosen instead of typed: `{value, label}` each. */
    property var choices: []
    /* A role that is true where the cell deserves a look. */
    property string warnRole: ""
    /* What the totals row says here. */
    property string total: ""
    /* Hidden when the table is narrower than this. */
    property int from: 0
    property bool shown: true
}
