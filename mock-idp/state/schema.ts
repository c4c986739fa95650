/** Where SQLite keeps whose file it is (sqlite.org/fileformat2.html, "Application ID"): AGID in ASCII. */
export const applicationId = 0x41474944

/**
 * Of what a file holds. Raise it, and read the older ones, when a type of the directory changes: the rows are
 * objects of these types as they are.
 */
export const stateVersion = 1

/** Numbers are positions: an object that is put in the place of another keeps its number. */
export const createTables = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT INTO about VALUES ('what', 'State of agentid serve: objects as JSON, with $ before what JSON lacks');
  CREATE TABLE tenants (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    properties TEXT NOT NULL,
    origin TEXT NOT NULL
  ) STRICT;
  CREATE TABLE objects (
    number INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (tenant, collection, key)
  ) STRICT;`
