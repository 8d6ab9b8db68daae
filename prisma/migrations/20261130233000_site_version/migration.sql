-- Which versions of the site have served this database, for whoever is about to install another.
CREATE TABLE site_version (
    version text NOT NULL,
    first_started_at timestamp(3) with time zone NOT NULL,
    last_started_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT site_version_pkey PRIMARY KEY (version)
);
