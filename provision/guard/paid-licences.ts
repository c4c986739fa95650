/**
 * Products that a company pays for per person, by `skuPartNumber`, as Microsoft lists them in
 * "Product names and service plan identifiers for licensing". Not listed, so not counted: what
 * developer tenants have (DEVELOPERPACK, DEVELOPERPACK_E5), what is free (FLOW_FREE,
 * POWER_BI_STANDARD), and what test tenants add as a trial for the features of the directory alone
 * (AAD_PREMIUM, AAD_PREMIUM_P2).
 */
export const paidLicences: Readonly<Record<string, string>> = {
  ENTERPRISEPACK: 'Office 365 E3',
  ENTERPRISEPREMIUM: 'Office 365 E5',
  STANDARDPACK: 'Office 365 E1',
  DESKLESSPACK: 'Office 365 F3',
  SPE_E3: 'Microsoft 365 E3',
  SPE_E5: 'Microsoft 365 E5',
  SPE_F1: 'Microsoft 365 F3',
  SPB: 'Microsoft 365 Business Premium',
  O365_BUSINESS_PREMIUM: 'Microsoft 365 Business Standard',
  O365_BUSINESS_ESSENTIALS: 'Microsoft 365 Business Basic',
  EMS: 'Enterprise Mobility + Security E3',
  EMSPREMIUM: 'Enterprise Mobility + Security E5',
  M365EDU_A3_FACULTY: 'Microsoft 365 A3 for faculty',
  M365EDU_A5_FACULTY: 'Microsoft 365 A5 for faculty',
  M365_G3_GOV: 'Microsoft 365 GCC G3',
}
