/** Where the tab keeps the fields of a form whose person signs in again, or confirms elsewhere. */
export const KEPT_FIELDS = 'tessera.kept-fields';
