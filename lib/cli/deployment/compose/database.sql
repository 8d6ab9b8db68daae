-- Two users: who owns the tables and migrates them, and the site's, who reads and writes rows.
\set ON_ERROR_STOP on
\set owner_password `cat "${SECRETS:-/run/secrets}/database-owner-password"`
\set site_password `cat "${SECRETS:-/run/secrets}/database-site-password"`

CREATE ROLE tessera_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE tessera LOGIN PASSWORD :'site_password';
CREATE DATABASE tessera OWNER tessera_owner;
REVOKE ALL ON DATABASE tessera FROM PUBLIC;
GRANT CONNECT ON DATABASE tessera TO tessera;
