import QtQml

/* A place to go: its name in the code, its drawing, its word, and whether something there waits for the person. */
QtObject {
    required property string name
    required property string glyph
    required property string word
    property bool needsYou: false
    property int count: 0
}
