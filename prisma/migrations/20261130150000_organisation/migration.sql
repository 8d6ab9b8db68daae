-- What administrators say of the organisation whose site it is: one row, made by the first save.
CREATE TABLE organisation (
    id smallint NOT NULL DEFAULT 1,
    version integer NOT NULL,
    name text,
    contact jsonb,
    accent_light text,
    accent_dark text,
    logo bytea,
    logo_digest text,
    logo_width integer,
    logo_height integer,
    CONSTRAINT organisation_pkey PRIMARY KEY (id),
    CONSTRAINT organisation_one CHECK (id = 1),
    CONSTRAINT organisation_accent CHECK (
        (accent_light IS NULL) = (accent_dark IS NULL)
        AND accent_light ~ '^#[0-9a-f]{6}$' AND accent_dark ~ '^#[0-9a-f]{6}$'
    ),
    CONSTRAINT organisation_logo CHECK (
        (logo IS NULL) = (logo_digest IS NULL)
        AND (logo IS NULL) = (logo_width IS NULL)
        AND (logo IS NULL) = (logo_height IS NULL)
        AND octet_length(logo) <= 131072
    )
);
