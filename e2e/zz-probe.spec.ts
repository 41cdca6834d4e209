import { open, settled, signIn } from './support/app.ts';
import { test } from './support/test.ts';
test('probe', async ({ page }) => {
  await open(page);
  const dump = async () => console.log(page.url(), JSON.stringify(await page.getByRole('grid', { name: 'License deployment' }).getByRole('row').evaluateAll((rows) => rows.map((r) => [r.getAttribute('aria-rowindex'), r.querySelector('[col-id=licensesSold]')?.textContent, r.querySelector('[col-id=licensesDeployed]')?.textContent, r.querySelector('[col-id=utilization]')?.textContent].join('/')))));
  await page.getByRole('columnheader', { name: 'Sold', exact: true }).click();
  await settled(page);
  await dump();
  await page.getByRole('columnheader', { name: 'Deployed', exact: true }).click({ modifiers: ['Shift'] });
  await settled(page);
  await dump();
  await page.getByRole('columnheader', { name: 'Utilization', exact: true }).click();
  await settled(page);
  await dump();
  await page.getByRole('searchbox').pressSequentially('café ltd', { delay: 50 });
  await settled(page);
  await dump();
  console.log(await page.getByRole('main').locator('p,[role=note]').allInnerTexts());
});
