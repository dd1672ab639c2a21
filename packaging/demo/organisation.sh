# shellcheck shell=bash disable=SC2154
# Shell functions for a demo organisation on a server of its own; to be sourced with `bin` naming the folder of the
# programs and `ground` an empty folder to work in. Everything they start ends with the shell that sourced them.

demo=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
data=$ground/server
# Nobody but this machine reaches the server, and its data goes with the demo.
export ZHIXING_PASSWORD=demo-password

# Founds the organisation: the demo's records, and a login for each of its people.
found_organisation() {
    "$bin/zhixing-server" init --data "$data" --organisation 知行示范 --admin admin >/dev/null
    "$bin/zhixing-server" import --data "$data" "$demo"/[0-9]_*.ndjson >/dev/null
    while IFS=$'\t' read -r login person _; do
        "$bin/zhixing-server" person add --data "$data" --login "$login" --id "$person" >/dev/null
    done < <(grep -v '^#' "$demo/people.txt")
}

# Starts the server on a port that it chooses; `url` says where it is.
start_server() {
    coproc server { exec "$bin/zhixing-server" serve --data "$data" --listen 127.0.0.1:0 2>"$ground/server.log"; }
    trap stop_server EXIT
    local word
    if ! read -r -t 20 word url <&"${server[0]}" || [ "$word" != listening ]; then
        echo "The server did not start:" >&2
        cat "$ground/server.log" >&2
        return 1
    fi
}

stop_server() {
    if [ -n "${server_PID:-}" ]; then
        kill "$server_PID" 2>/dev/null && wait "$server_PID"
    fi
    return 0
}

# LOGIN STORE: makes STORE a device of that person, with everything they may see.
enrol_device() {
    local link
    link=$("$bin/zhixing-server" enrol --data "$data" --person "$1" --server "$url" | sed 's/.*"link":"\([^"]*\)".*/\1/')
    "$bin/zhixing-cli" --store "$2" enrol "$link" >/dev/null
    "$bin/zhixing-cli" --store "$2" sync --once --timeout 60 >/dev/null
}
