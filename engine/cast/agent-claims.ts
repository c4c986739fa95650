/** Claims that name agents and the kind of a token: an API gets them only if it asks for them. */
export const agentClaims = [
  'idtyp',
  'xms_act_fct',
  'xms_sub_fct',
  'xms_idrel',
  'xms_par_app_azp',
  'xms_tnt_fct',
] as const
