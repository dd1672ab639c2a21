"""A small organisation for tests of faults: many like sites in one region, each with a person in the field and a manager, who see
nothing of the other sites. So each pair of devices has its dialogues to itself, however many run at once."""
import json

REGION = '0197a100-0000-7001-8000-000000000000'
CAMPAIGN = '0197a100-0000-7010-8000-000000000000'


def site(number):
    return f'0197a100-0000-7001-8000-{number + 1:012d}'


def field_person(number):
    return f'0197a100-0000-7002-8000-{number + 1:012d}'


def manager(number):
    return f'0197a100-0000-7002-8001-{number + 1:012d}'


def people(sites):
    """(login, person) of everybody."""
    return [pair for number in range(sites) for pair in ((f'field{number}', field_person(number)),
                                                         (f'manager{number}', manager(number)))]


def write(file, sites):
    lines = [{'type': 'node', 'id': REGION, 'name': '华东大区', 'kind': 'region', 'code': 'HD'},
             {'type': 'campaign', 'id': CAMPAIGN, 'name': '秋季路演'}]
    for number in range(sites):
        lines.append({'type': 'node', 'id': site(number), 'name': f'门店{number}', 'kind': 'site', 'parent': REGION,
                      'code': f'HD-{number:02d}'})
        for person, role, serial in ((field_person(number), 'field', 0), (manager(number), 'site_manager', 1)):
            lines += [{'type': 'person', 'id': person, 'name': f'{role} {number}'},
                      {'type': 'grant', 'id': f'0197a100-0000-7003-800{serial}-{number + 1:012d}', 'person': person,
                       'node': site(number), 'role': role}]
    file.write_text(''.join(json.dumps(line, ensure_ascii=False) + '\n' for line in lines), encoding='utf-8')
    return file
