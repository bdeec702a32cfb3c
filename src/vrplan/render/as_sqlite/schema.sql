-- The tables of `vrplan export sqlite`. What stands here is kept in the database itself: `.schema` shows it.
--
-- Names: a table has the plural, a column that refers to it the singular (items, item). Days are ISO dates, both ends
-- of a span inclusive; a day that is empty is open. Where a paper gives only a month or a year, `date` has its words and
-- `first_day` and `last_day` what they can mean. 0 and 1 are no and yes.
-- A CHECK with '+0 days' takes no day that is not in the calendar, such as 2018-02-30.
-- The tables are not STRICT, since programs with an SQLite older than 3.37 could then not open the file.

CREATE TABLE meta (
    -- The plan as a whole: one row.
    plan              TEXT PRIMARY KEY NOT NULL,
    title             TEXT NOT NULL,
    organisation      TEXT NOT NULL REFERENCES parties (id),
    period_from       TEXT NOT NULL CHECK (date(period_from, '+0 days') IS period_from),
    period_to         TEXT NOT NULL CHECK (date(period_to, '+0 days') IS period_to),
    ceases            TEXT CHECK (date(ceases, '+0 days') IS ceases), -- the first day without the organisation
    ceases_decision   TEXT REFERENCES decisions (id),
    ceases_point      TEXT,
    ceases_counts     INTEGER NOT NULL CHECK (ceases_counts IN (0, 1)), -- it is decided, and that was known then
    as_known          TEXT CHECK (date(as_known, '+0 days') IS as_known), -- only what was known then counts; empty: everything
    column_in_force   TEXT REFERENCES columns (name), -- the newest that was adopted
    note              TEXT,
    source            TEXT REFERENCES sources (id),
    vrplan_version    TEXT NOT NULL,
    schema_version    INTEGER NOT NULL, -- of these tables; the same as PRAGMA user_version
    FOREIGN KEY (ceases_decision, ceases_point) REFERENCES points (decision, id)
);

CREATE TABLE files (
    -- The files that were read.
    name    TEXT PRIMARY KEY NOT NULL,
    holds   TEXT NOT NULL CHECK (holds IN ('plan', 'decisions')),
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64)
);

CREATE TABLE seasons (
    -- What a word without fixed dates means in this plan, where the plan says so.
    word       TEXT PRIMARY KEY NOT NULL,
    first_day  TEXT NOT NULL CHECK (first_day GLOB '[01][0-9]-[0-3][0-9]'), -- month and day
    last_day   TEXT NOT NULL CHECK (last_day GLOB '[01][0-9]-[0-3][0-9]')
);

CREATE TABLE parties (
    -- Those who give, receive or own.
    id         TEXT PRIMARY KEY NOT NULL,
    name       TEXT NOT NULL, -- the id, where no other name is given
    part_of    TEXT REFERENCES parties (id),
    is_listed  INTEGER NOT NULL CHECK (is_listed IN (0, 1)), -- 0: only named by a text; the id is its words
    note       TEXT,
    source     TEXT REFERENCES sources (id)
);

CREATE TABLE party_aliases (
    -- What else the papers call a party.
    party   TEXT NOT NULL REFERENCES parties (id),
    number  INTEGER NOT NULL,
    alias   TEXT NOT NULL,
    PRIMARY KEY (party, number)
);

CREATE TABLE bodies (
    -- The assemblies that decide or prepare.
    id      TEXT PRIMARY KEY NOT NULL,
    name    TEXT NOT NULL,
    role    TEXT CHECK (role IN ('decides', 'prepares')),
    note    TEXT,
    source  TEXT REFERENCES sources (id)
);

CREATE TABLE body_aliases (
    -- What else the papers call a body.
    body    TEXT NOT NULL REFERENCES bodies (id),
    number  INTEGER NOT NULL,
    alias   TEXT NOT NULL,
    PRIMARY KEY (body, number)
);

CREATE TABLE sources (
    -- The papers that the files quote.
    id           TEXT PRIMARY KEY NOT NULL,
    title        TEXT NOT NULL, -- the id, where the paper is not listed
    is_listed    INTEGER NOT NULL CHECK (is_listed IN (0, 1)), -- 0: only named; the id is its words
    body         TEXT REFERENCES bodies (id),
    date         TEXT, -- as the files give it: 2018-05-31, 2018-05 or 2018
    first_day    TEXT CHECK (date(first_day, '+0 days') IS first_day),
    last_day     TEXT CHECK (date(last_day, '+0 days') IS last_day),
    case_number  TEXT,
    file_name    TEXT,
    url          TEXT,
    note         TEXT
);

CREATE TABLE meetings (
    -- Meetings that were held or planned.
    id         INTEGER PRIMARY KEY,
    body       TEXT NOT NULL REFERENCES bodies (id),
    date       TEXT NOT NULL,
    first_day  TEXT NOT NULL CHECK (date(first_day, '+0 days') IS first_day),
    last_day   TEXT NOT NULL CHECK (date(last_day, '+0 days') IS last_day),
    note       TEXT,
    source     TEXT REFERENCES sources (id)
);

CREATE TABLE decisions (
    -- What a body decided, proposed or took note of, and how well the papers show it.
    id           TEXT PRIMARY KEY NOT NULL,
    title        TEXT NOT NULL,
    body         TEXT REFERENCES bodies (id),
    date         TEXT,
    first_day    TEXT CHECK (date(first_day, '+0 days') IS first_day),
    last_day     TEXT CHECK (date(last_day, '+0 days') IS last_day), -- it counts as known from this day
    case_number  TEXT,
    standing     TEXT NOT NULL CHECK (standing IN ('adopted', 'proposed', 'noted')),
    evidence     TEXT NOT NULL CHECK (evidence IN ('full-text', 'title-only', 'cited')),
    note         TEXT,
    source       TEXT REFERENCES sources (id),
    file         TEXT NOT NULL REFERENCES files (name),
    line         INTEGER NOT NULL
);

CREATE TABLE points (
    -- The points of a decision, in short. `gf-2018-06-14/5` is decision gf-2018-06-14, id 5.
    decision  TEXT NOT NULL REFERENCES decisions (id),
    id        TEXT NOT NULL,
    summary   TEXT NOT NULL,
    note      TEXT,
    line      INTEGER NOT NULL,
    PRIMARY KEY (decision, id)
);

CREATE TABLE replacements (
    -- Earlier decisions, or points of them, that hold no longer because of a later one.
    decision           TEXT NOT NULL REFERENCES decisions (id),
    number             INTEGER NOT NULL,
    replaced_decision  TEXT NOT NULL REFERENCES decisions (id),
    replaced_point     TEXT,
    PRIMARY KEY (decision, number),
    FOREIGN KEY (replaced_decision, replaced_point) REFERENCES points (decision, id)
);

CREATE TABLE columns (
    -- The revisions of the plan: the status columns of its table, in their order.
    name               TEXT PRIMARY KEY NOT NULL,
    number             INTEGER NOT NULL UNIQUE,
    adopted_decision   TEXT REFERENCES decisions (id),
    adopted_point      TEXT,
    proposed_decision  TEXT REFERENCES decisions (id),
    proposed_point     TEXT,
    year               INTEGER NOT NULL, -- what its words mean by a date without a year
    note               TEXT,
    source             TEXT REFERENCES sources (id),
    file               TEXT NOT NULL REFERENCES files (name),
    line               INTEGER NOT NULL,
    FOREIGN KEY (adopted_decision, adopted_point) REFERENCES points (decision, id),
    FOREIGN KEY (proposed_decision, proposed_point) REFERENCES points (decision, id)
);

CREATE TABLE areas (
    -- The priority areas, in their order.
    id      TEXT PRIMARY KEY NOT NULL,
    name    TEXT NOT NULL,
    number  INTEGER NOT NULL UNIQUE,
    note    TEXT,
    source  TEXT REFERENCES sources (id)
);

CREATE TABLE focus_areas (
    -- The subjects within an area. One without activities is an item too, with the same id.
    id      TEXT PRIMARY KEY NOT NULL,
    name    TEXT NOT NULL,
    area    TEXT NOT NULL REFERENCES areas (id),
    number  INTEGER NOT NULL UNIQUE,
    note    TEXT,
    source  TEXT REFERENCES sources (id)
);

CREATE TABLE measures (
    -- Groups of activities, in a focus area or directly in an area.
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    area        TEXT NOT NULL REFERENCES areas (id),
    focus_area  TEXT REFERENCES focus_areas (id),
    note        TEXT,
    source      TEXT REFERENCES sources (id)
);

CREATE TABLE items (
    -- What has a state: an activity, a focus area without activities, or an obligation.
    id           TEXT PRIMARY KEY NOT NULL,
    level        TEXT NOT NULL CHECK (level IN ('activity', 'focus_area', 'obligation')),
    name         TEXT NOT NULL,
    area         TEXT REFERENCES areas (id),
    focus_area   TEXT REFERENCES focus_areas (id),
    measure      INTEGER REFERENCES measures (id),
    resource     TEXT, -- its own, else that of its focus area
    owner        TEXT NOT NULL REFERENCES parties (id),
    owner_until  TEXT CHECK (date(owner_until, '+0 days') IS owner_until), -- the owner's last day, when it ceases
    kind         TEXT CHECK (kind IN ('contract', 'payment', 'position', 'property', 'duty', 'cooperation')),
    who          TEXT,
    recipient    TEXT REFERENCES parties (id),
    note         TEXT,
    source       TEXT REFERENCES sources (id),
    number       INTEGER NOT NULL UNIQUE, -- its place in the file
    file         TEXT NOT NULL REFERENCES files (name),
    line         INTEGER NOT NULL,
    CHECK ((kind IS NOT NULL) = (level = 'obligation'))
);

CREATE TABLE events (
    -- What really happened.
    id         INTEGER PRIMARY KEY,
    item       TEXT NOT NULL REFERENCES items (id),
    date       TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
    what       TEXT NOT NULL CHECK (
        what IN ('done', 'transferred', 'accepted', 'ended', 'started', 'cancelled', 'postponed')
    ),
    recipient  TEXT REFERENCES parties (id),
    who        TEXT,
    from_date  TEXT CHECK (date(from_date, '+0 days') IS from_date), -- the new window of what was postponed
    to_date    TEXT CHECK (date(to_date, '+0 days') IS to_date),
    decision   TEXT REFERENCES decisions (id),
    point      TEXT,
    note       TEXT,
    source     TEXT REFERENCES sources (id),
    file       TEXT NOT NULL REFERENCES files (name),
    line       INTEGER NOT NULL,
    FOREIGN KEY (decision, point) REFERENCES points (decision, id)
);

CREATE TABLE statuses (
    -- Every status text that speaks of an item, word for word, under the column or the decision that gives it. Which
    -- items it speaks of stands in item_statuses.
    id             INTEGER PRIMARY KEY,
    text           TEXT, -- empty: it is spoken of, and the words are not among the papers
    column_name    TEXT REFERENCES columns (name),
    decision       TEXT REFERENCES decisions (id),
    point          TEXT,
    reach          TEXT NOT NULL CHECK (reach IN ('own', 'measure', 'focus_area')), -- where it is written, and there:
    at_item        TEXT REFERENCES items (id),
    at_measure     INTEGER REFERENCES measures (id),
    at_focus_area  TEXT REFERENCES focus_areas (id),
    note           TEXT,
    source         TEXT REFERENCES sources (id),
    file           TEXT NOT NULL REFERENCES files (name),
    line           INTEGER NOT NULL,
    FOREIGN KEY (decision, point) REFERENCES points (decision, id),
    CHECK ((column_name IS NULL) <> (decision IS NULL)),
    CHECK ((at_item IS NOT NULL) = (reach = 'own')),
    CHECK ((at_measure IS NOT NULL) = (reach = 'measure')),
    CHECK ((at_focus_area IS NOT NULL) = (reach = 'focus_area'))
);

CREATE TABLE status_limits (
    -- The items that a status is said of only, or that it leaves out.
    status  INTEGER NOT NULL REFERENCES statuses (id),
    item    TEXT NOT NULL REFERENCES items (id),
    rule    TEXT NOT NULL CHECK (rule IN ('only', 'except')),
    PRIMARY KEY (status, rule, item)
);

CREATE TABLE readings (
    -- How each status is understood, with what `means` adds.
    status      INTEGER PRIMARY KEY REFERENCES statuses (id),
    kind        TEXT NOT NULL CHECK (
        kind IN (
            'ongoing', 'recurring', 'continues', 'ends', 'transfers', 'due', 'starts', 'done', 'cancelled',
            'postponed', 'unknown'
        )
    ),
    start_date  TEXT CHECK (date(start_date, '+0 days') IS start_date),
    end_date    TEXT CHECK (date(end_date, '+0 days') IS end_date),
    precision   TEXT NOT NULL CHECK (
        precision IN (
            'day', 'third', 'half-month', 'week', 'month', 'quarter', 'tertial', 'half-year', 'season', 'year',
            'event', 'none'
        )
    ),
    recipient   TEXT REFERENCES parties (id),
    recurrence  TEXT CHECK (
        recurrence IN (
            'continuous', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'tertial', 'half-yearly', 'yearly',
            'biennial', 'as-needed', 'other'
        )
    ),
    modality    TEXT CHECK (
        modality IN ('decided', 'provisional', 'proposed', 'intended', 'expected', 'considered', 'possible')
    ),
    done        INTEGER NOT NULL CHECK (done IN (0, 1)) -- it has happened
);

CREATE TABLE remarks (
    -- The reservations about a reading: what was repaired, what is ambiguous, why nothing was read.
    status   INTEGER NOT NULL REFERENCES readings (status),
    number   INTEGER NOT NULL,
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    PRIMARY KEY (status, number)
);

CREATE TABLE item_statuses (
    -- Which statuses speak of which item, and what they are to it.
    item      TEXT NOT NULL REFERENCES items (id),
    status    INTEGER NOT NULL REFERENCES statuses (id),
    role      TEXT NOT NULL CHECK (
        -- it holds; it stands beside that one; it is as new and says the same; it is older; not known by meta.as_known
        role IN ('holds', 'beside', 'agrees', 'older', 'not_known')
    ),
    standing  TEXT CHECK (standing IN ('adopted', 'proposed', 'noted')), -- what it was worth then
    decision  TEXT REFERENCES decisions (id), -- what it rests on; for a column, what adopted or proposed it
    point     TEXT,
    PRIMARY KEY (item, status),
    FOREIGN KEY (decision, point) REFERENCES points (decision, id),
    CHECK ((standing IS NULL) = (role = 'not_known'))
);

CREATE TABLE dates (
    -- The days asked about (--date).
    date       TEXT PRIMARY KEY NOT NULL CHECK (date(date, '+0 days') IS date),
    in_period  INTEGER NOT NULL CHECK (in_period IN (0, 1))
);

CREATE TABLE states (
    -- What holds of each item on each of these days. An item that nothing known speaks of has no row.
    date       TEXT NOT NULL REFERENCES dates (date),
    as_known   TEXT CHECK (date(as_known, '+0 days') IS as_known), -- the same in all rows: meta.as_known
    item       TEXT NOT NULL REFERENCES items (id),
    state      TEXT NOT NULL CHECK (
        state IN (
            'not_started', 'ongoing', 'in_transition', 'due', 'overdue', 'postponed', 'transferred', 'ended',
            'done', 'cancelled', 'orphaned', 'undecided', 'unknown'
        )
    ),
    since      TEXT CHECK (date(since, '+0 days') IS since), -- the first and the last day of this state
    until      TEXT CHECK (date(until, '+0 days') IS until),
    recipient  TEXT REFERENCES parties (id),
    confirmed  INTEGER NOT NULL CHECK (confirmed IN (0, 1)), -- the receiver has said so
    owner      TEXT REFERENCES parties (id), -- empty: nobody any more
    status     INTEGER REFERENCES statuses (id), -- the one that holds
    event      INTEGER REFERENCES events (id), -- the last that counts
    PRIMARY KEY (date, item)
);

CREATE TABLE history (
    -- The states of each item through all time, without a gap. A new row begins when the state changes, or to whom it
    -- goes, or when the receiver confirms. The state on any day:
    -- WHERE ifnull(first_day, '0000') <= '2018-07-01' AND ifnull(last_day, '9999') >= '2018-07-01'
    item       TEXT NOT NULL REFERENCES items (id),
    number     INTEGER NOT NULL,
    first_day  TEXT CHECK (date(first_day, '+0 days') IS first_day),
    last_day   TEXT CHECK (date(last_day, '+0 days') IS last_day),
    state      TEXT NOT NULL CHECK (
        state IN (
            'not_started', 'ongoing', 'in_transition', 'due', 'overdue', 'postponed', 'transferred', 'ended',
            'done', 'cancelled', 'orphaned', 'undecided', 'unknown'
        )
    ),
    recipient  TEXT REFERENCES parties (id),
    confirmed  INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    PRIMARY KEY (item, number)
);

CREATE TABLE findings (
    -- What `vrplan check` finds in the files, in its order.
    id                 INTEGER PRIMARY KEY,
    code               TEXT NOT NULL,
    name               TEXT NOT NULL,
    severity           TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
    message            TEXT NOT NULL,
    help               TEXT,
    accepted           TEXT, -- the reason why somebody who has looked at it lets it stand
    item               TEXT REFERENCES items (id), -- the item that it stands at
    file               TEXT NOT NULL REFERENCES files (name),
    line               INTEGER,
    column_number      INTEGER,
    end_line           INTEGER,
    end_column_number  INTEGER -- the column after the last character
);

CREATE TABLE related_places (
    -- Other places that a finding points at.
    finding  INTEGER NOT NULL REFERENCES findings (id),
    number   INTEGER NOT NULL,
    message  TEXT NOT NULL,
    file     TEXT NOT NULL REFERENCES files (name),
    line     INTEGER,
    PRIMARY KEY (finding, number)
);

CREATE INDEX decisions_by_body ON decisions (body);
CREATE INDEX items_by_focus_area ON items (focus_area);
CREATE INDEX items_by_owner ON items (owner);
CREATE INDEX events_by_item ON events (item);
CREATE INDEX statuses_by_column ON statuses (column_name);
CREATE INDEX statuses_by_decision ON statuses (decision, point);
CREATE INDEX readings_by_kind ON readings (kind);
CREATE INDEX readings_by_recipient ON readings (recipient);
CREATE INDEX item_statuses_by_status ON item_statuses (status);
CREATE INDEX states_by_item ON states (item);
CREATE INDEX states_by_status ON states (status);
CREATE INDEX history_by_state ON history (state);
CREATE INDEX findings_by_code ON findings (code);
CREATE INDEX findings_by_item ON findings (item);

CREATE VIEW item_words AS
-- Each item with the status that holds, how it is read, and the decision that it rests on; empty where none holds.
SELECT
    items.id AS item,
    items.name,
    items.level,
    areas.name AS area,
    focus_areas.name AS focus_area,
    statuses.text,
    readings.kind,
    readings.start_date,
    readings.end_date,
    readings.recipient,
    statuses.column_name,
    item_statuses.decision,
    item_statuses.point,
    decisions.evidence,
    statuses.id AS status
FROM items
LEFT JOIN areas ON areas.id = items.area
LEFT JOIN focus_areas ON focus_areas.id = items.focus_area
LEFT JOIN item_statuses ON item_statuses.item = items.id AND item_statuses.role = 'holds'
LEFT JOIN statuses ON statuses.id = item_statuses.status
LEFT JOIN readings ON readings.status = statuses.id
LEFT JOIN decisions ON decisions.id = item_statuses.decision
ORDER BY items.number;

CREATE VIEW hand_overs AS
-- What goes to somebody, or has gone, on each day asked about: the list of `vrplan transfers`, but for what has ended, is
-- done or was given up. `recipient` is empty where nobody is named, and where the item was begun again and goes to nobody
-- any more. start_date and end_date are those of the words; `since` knows what happened.
SELECT
    states.date,
    states.item,
    items.name,
    states.recipient,
    parties.name AS recipient_name,
    states.state,
    states.confirmed,
    states.since,
    states.until,
    statuses.text,
    readings.start_date,
    readings.end_date,
    item_statuses.decision,
    item_statuses.point
FROM states
JOIN items ON items.id = states.item
LEFT JOIN parties ON parties.id = states.recipient
LEFT JOIN statuses ON statuses.id = states.status
LEFT JOIN readings ON readings.status = states.status
LEFT JOIN item_statuses ON item_statuses.item = states.item AND item_statuses.status = states.status
LEFT JOIN decisions ON decisions.id = item_statuses.decision
WHERE states.state NOT IN ('cancelled', 'done', 'ended')
    AND (
        readings.kind = 'transfers'
        OR states.recipient IS NOT NULL
        OR (items.kind = 'property' AND items.recipient IS NOT NULL)
        -- A hand-over is recorded, and no postponement after it that a later decision has not overtaken.
        OR EXISTS (
            SELECT 1 FROM events AS given
            WHERE given.item = states.item AND given.what IN ('transferred', 'accepted')
                AND given.date <= min(states.date, ifnull(states.as_known, states.date))
                AND NOT EXISTS (
                    SELECT 1 FROM events AS later
                    WHERE later.item = given.item AND later.what = 'postponed'
                        AND (later.date, later.id) > (given.date, given.id)
                        AND later.date <= min(states.date, ifnull(states.as_known, states.date))
                        AND later.date >= ifnull(decisions.last_day, later.date)
                )
        )
    )
ORDER BY states.date, items.number;

CREATE VIEW open_items AS
-- What is neither over nor handed over and confirmed, on each day asked about.
SELECT
    states.date,
    states.item,
    items.name,
    items.level,
    items.resource,
    items.who,
    states.state,
    states.since,
    states.until,
    states.recipient,
    states.owner,
    states.owner IS NULL AND states.state <> 'transferred' AS is_ownerless,
    statuses.text
FROM states
JOIN items ON items.id = states.item
LEFT JOIN statuses ON statuses.id = states.status
WHERE states.state NOT IN ('cancelled', 'done', 'ended')
    AND NOT (states.state = 'transferred' AND states.confirmed)
ORDER BY states.date, items.number;
