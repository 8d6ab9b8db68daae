export const administration = {
  'Give the role {role}': 'Rolle {role} vergeben',
  'Request the role {role}': 'Rolle {role} beantragen',
  'Take away the role {role}': 'Rolle {role} entziehen',
  'Yes, delete {userId}': 'Ja, {userId} löschen',
} as const;
