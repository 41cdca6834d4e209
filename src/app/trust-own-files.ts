/** The part of the browser's trusted types that is used, where the browser has them. Source: W3C Trusted Types. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown;
};

declare global {
  /** It is absent in browsers that do not have trusted types. */
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The one policy that the Content-Security-Policy admits. An address may be that of a script, such as a worker, only
 * where it is a file of the page's own origin. No text becomes markup or code.
 */
export function trustOwnFiles(trustedTypes = globalThis.trustedTypes): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, location.href).origin === location.origin ? address : null,
  });
}
