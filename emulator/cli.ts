import { LICENSE_DEPLOYMENT_PATH } from './license-deployment.ts';
import { listen } from './listen.ts';
import { createServices } from './services.ts';
import { SettingError, settingsFromArguments, USAGE } from './settings.ts';

async function main(): Promise<void> {
  const { port: asked, options } = settingsFromArguments(process.argv.slice(2));
  const { listener } = await createServices(options);
  const { port } = await listen(listener, asked, '127.0.0.1');
  // `localhost` may mean either address, and a computer may not have this one.
  await listen(listener, port, '::1').catch(() => undefined);
  console.log(`The local endpoint is at http://localhost:${port}${LICENSE_DEPLOYMENT_PATH}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof SettingError) console.error(USAGE);
  process.exitCode = error instanceof SettingError ? 2 : 1;
});
