#include "client/store/incident_table.h"

#include <string>

namespace zhixing::client {

using sqlite::guarded;
using sqlite::Use;
using sync::Incident;

Result<void> addIncident(sqlite::Database& database, const sync::Incident& incident) {
    return guarded([&] {
        Use added(
            database.prepared("INSERT INTO zx_incident(kind, at, missing, outdated, extra, resent, kept) "
                              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
        added->bind(1, std::string(word(incident.kind)));
        added->bind(2, incident.at.ms);
        added->bind(3, incident.missing);
        added->bind(4, incident.outdated);
        added->bind(5, incident.extra);
        added->bind(6, incident.resent);
        added->bindNoCopy(7, incident.kept);
        added->exec();
    });
}

Result<std::vector<Incident>> readIncidents(sqlite::Database& database) {
    return guarded([&]() -> Result<std::vector<Incident>> {
        std::vector<Incident> incidents;
        Use row(database.prepared(
            "SELECT kind, at, missing, outdated, extra, resent, kept FROM zx_incident ORDER BY number"));
        while (row->executeStep()) {
            Incident incident;
            const auto kind = sync::incidentKindFromWord(row->getColumn(0).getString());
            if (!kind) return Error{Code::damaged, "an incident of an unknown kind", {}, {}};
            incident.kind = *kind;
            incident.at.ms = row->getColumn(1).getInt64();
            incident.missing = row->getColumn(2).getInt64();
            incident.outdated = row->getColumn(3).getInt64();
            incident.extra = row->getColumn(4).getInt64();
            incident.resent = row->getColumn(5).getInt64();
            incident.kept = row->getColumn(6).getString();
            incidents.push_back(std::move(incident));
        }
        return incidents;
    });
}

}  // namespace zhixing::client
