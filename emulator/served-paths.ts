/** The sign-in's folder on the server. */
export const IDENTITY_PATH = '/identity';

/** The path of a request's address, without its query. */
export const pathOf = (url: string | undefined): string => (url ?? '/').replace(/[?#].*$/s, '');

const FOLDERS = ['/v1/', '/emulator/', `${IDENTITY_PATH}/`];

/** Does a request for this address belong to the services, and not to the app's files? */
export function isServed(url: string | undefined): boolean {
  const path = pathOf(url);
  return path === '/config.json' || FOLDERS.some((folder) => path.startsWith(folder));
}
