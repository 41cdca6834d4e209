import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conditionsOf } from '#partner-center/filter/conditions.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import type { Filter } from '#partner-center/filter/syntax.ts';
import { printView } from './address.ts';
import { freeProducts, freeShare, isFreeOrTrial, withoutProducts } from './free-products.ts';
import { normalise } from './normalise.ts';
import { DEFAULT_VIEW } from './view.ts';

/** The free and trial products among Microsoft's 620 products, in the order of its list. */
const FREE = [
  'App Connect IW',
  'Business Apps (free)',
  'Dynamics 365 Business Central for IWs',
  'Dynamics 365 Commerce Trial',
  'Dynamics 365 Customer Insights vTrial',
  'Dynamics 365 Customer Service Enterprise Admin',
  'Dynamics 365 Customer Service Enterprise Viral Trial',
  'Dynamics 365 Customer Service Insights Trial',
  'Dynamics 365 Customer Voice Trial',
  'Dynamics 365 Field Service Viral Trial',
  'Dynamics 365 For Sales Professional Trial',
  'Dynamics 365 Guides vTrial',
  'Dynamics 365 P1 Tria for Information Workers',
  'Dynamics 365 Regulatory Service - Enterprise Edition Trial',
  'Dynamics 365 Sales Premium Viral Trial',
  'Microsoft 365 Copilot for Finance (Preview)',
  'Microsoft Cloud for Sustainability vTrial',
  'Microsoft Copilot Studio Viral Trial',
  'Microsoft Dynamics AX7 User Trial',
  'Microsoft Fabric (Free)',
  'Microsoft Fabric (Free) for faculty',
  'Microsoft Fabric (Free) for student',
  'Microsoft Power Apps for Developer',
  'Microsoft Power Apps Plan 2 Trial',
  'Microsoft Power Automate Free',
  'Microsoft Teams (Free)',
  'Microsoft Teams Commercial Cloud',
  'Microsoft Teams Exploratory',
  'Microsoft Teams Exploratory Dept',
  'Microsoft Teams Trial',
  'Power Pages vTrial for Makers',
  'Rights Management Adhoc',
  'Windows Store for Business',
  'Windows Store for Business EDU Faculty',
];

// The file is read and not imported: the view knows nothing of the emulator.
const listed = readFileSync('emulator/products.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [productId = '', stringId = '', productName = ''] = line.split('\t');
    return { productId, stringId, productName };
  });

describe('isFreeOrTrial', () => {
  test('knows the free ones of Microsoft’s list, whose ids are no words, and no other', () => {
    expect(listed).toHaveLength(620);
    expect(listed.filter(isFreeOrTrial).map(({ productName }) => productName)).toEqual(FREE);
  });

  test('knows by names what administrators’ ids of that list say', () => {
    const byId = listed.filter(({ stringId }) => isFreeOrTrial({ productName: '', productId: stringId }));
    expect(byId).not.toEqual([]);
    // The name of this product does not say whether it is the trial or the product that is paid for.
    const unclear = 'Dynamics 365 for Talent';
    for (const { productName } of byId) expect([...FREE, unclear]).toContain(productName);
  });

  test('tells no name free that a product one pays for has as well', () => {
    for (const name of FREE) {
      const ids = listed.filter(({ productName }) => productName === name);
      expect(ids).toHaveLength(1);
    }
  });

  test.each([
    'Power BI (free)',
    'MICROSOFT POWER AUTOMATE FREE',
    'windows store for business ',
    'Teams Exploratory',
    'Trial: Something New',
    'FLOW_FREE',
    'CCIBOTS_PRIVPREV_VIRAL',
    'RIGHTSMANAGEMENT_ADHOC',
    'Rights Management Ad-hoc',
    'Azure Rights Management ad hoc',
  ])('takes %s for one', (productName) => {
    expect(isFreeOrTrial({ productName })).toBe(true);
    expect(isFreeOrTrial({ productName: null, productId: productName.replaceAll(' ', '_').trim() })).toBe(
      // Names without such a word are known only as whole names.
      !productName.startsWith('windows'),
    );
  });

  test.each([
    'Freedom Suite',
    'Microsoft 365 Carefree',
    'Trialability Analysis',
    'Trials1',
    'Viralityscope',
    'Exploratoryé',
    'Toll-free Numbers',
    'Toll free Dialing',
    'Windows Store for Business Plus',
    'Essai gratuit Power BI',
    '',
  ])('does not take %s for one', (productName) => {
    expect(isFreeOrTrial({ productName })).toBe(false);
  });
});

const groups = {
  top: [
    { key: ['Microsoft Fabric (Free)'], licensesSold: 600 },
    { key: ['Microsoft 365 E3'], licensesSold: 200 },
    { key: ['MICROSOFT FABRIC (FREE)'], licensesSold: 50 },
    { key: [null], licensesSold: 50 },
    { key: ["O'Neil Trial"], licensesSold: 0 },
  ],
  total: { licensesSold: 1000 },
};

describe('of groups by product', () => {
  test('the share is what was sold of free ones, of all that was sold', () => {
    expect(freeShare(groups)).toBe(0.65);
    expect(freeShare({ top: [], total: { licensesSold: 10 } })).toBe(0);
    expect(freeShare({ top: [], total: { licensesSold: 0 } })).toBeNull();
  });

  test('the free ones are named once each', () => {
    expect(freeProducts(groups)).toEqual(['Microsoft Fabric (Free)', "O'Neil Trial"]);
  });

  test('an id alone tells them too, but a name that a paid one shares is not to be left out', () => {
    const both = {
      top: [
        { key: ['Power Tools', 'POWER_TOOLS_TRIAL'], licensesSold: 300 },
        { key: ['Power Tools', 'POWER_TOOLS'], licensesSold: 100 },
        { key: ['Fast Flow', 'FLOW_FREE'], licensesSold: 100 },
      ],
      total: { licensesSold: 500 },
    };
    expect(freeShare(both)).toBe(0.8);
    expect(freeProducts(both)).toEqual(['Fast Flow']);
  });
});

describe('withoutProducts', () => {
  const channel: Filter = { kind: 'comparison', field: 'channel', operator: 'eq', value: 'reseller' };

  test('adds one condition that excludes each of them, seen and editable', () => {
    const filter = withoutProducts(channel, freeProducts(groups));
    expect(printFilter(filter)).toBe(
      "channel eq 'reseller' and productName ne 'Microsoft Fabric (Free)' and productName ne 'O''Neil Trial'",
    );
    expect(conditionsOf(filter)).toHaveLength(2);
    expect(normalise({ ...DEFAULT_VIEW, filter }).filter).toEqual(filter);
    expect(printView({ ...DEFAULT_VIEW, filter: withoutProducts(null, ["O'Neil Trial"]) })).toBe(
      'filter=productName+ne+%27O%27%27Neil+Trial%27',
    );
  });

  test('changes nothing where there are none, or the second time', () => {
    expect(withoutProducts(channel, [])).toEqual(channel);
    expect(withoutProducts(null, [])).toBeNull();
    const once = withoutProducts(channel, FREE);
    expect(withoutProducts(once, FREE)).toEqual(once);
  });
});
