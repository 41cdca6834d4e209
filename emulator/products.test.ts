import { expect, test } from 'vitest';
import { readProducts } from './products.ts';

const products = readProducts();
const serviceOf = (stringId: string): string | undefined =>
  products.find((product) => product.stringId === stringId)?.service.serviceCode;

test('reads every product with its id, name and service', () => {
  expect(products).toHaveLength(620);
  expect(new Set(products.map(({ productId }) => productId)).size).toBe(620);
  for (const { productId, productName } of products) {
    expect(productId).toMatch(/^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/);
    expect(productName.trim()).not.toBe('');
  }
});

test('has one name for each service code, and the other way round', () => {
  const pairs = new Set(products.map(({ service }) => `${service.serviceCode}|${service.serviceName}`));
  expect(new Set([...pairs].map((pair) => pair.split('|')[0])).size).toBe(pairs.size);
  expect(new Set([...pairs].map((pair) => pair.split('|')[1])).size).toBe(pairs.size);
});

test.each([
  ['SPE_E3', 'm365'],
  ['ENTERPRISEPACK', 'o365'],
  ['INTUNE_A', 'intune'],
  ['AAD_PREMIUM', 'aadp'],
  ['EMS', 'ems'],
  ['DYN365_BUSCENTRAL_ESSENTIAL', 'dyn365'],
  ['POWER_BI_PRO', 'powerbi'],
  ['PROJECTPROFESSIONAL', 'project'],
  ['VISIOCLIENT', 'visio'],
  ['CPC_E_2C_8GB_128GB', 'win365'],
  ['MCOEV', 'teams'],
  ['Microsoft_365_Copilot', 'copilot'],
  ['WIN_DEF_ATP', 'defender'],
  // A product with "no Teams" in its name is not a Teams product.
  ['Microsoft_365_E3_(no_Teams)', 'm365'],
  ['O365_w/o_Teams_Bundle_E3', 'o365'],
])('puts %s under %s', (stringId, serviceCode) => {
  expect(serviceOf(stringId)).toBe(serviceCode);
});
