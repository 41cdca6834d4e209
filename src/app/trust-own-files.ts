/** What is used of the browser's trusted types, where it has them. Source: W3C Trusted Types. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ) => unknown;
};

declare global {
  /** Absent in browsers that do not have it. */
  var trustedTypes: TrustedTypes | undefined;
}

/**
 * The one policy that the Content-Security-Policy admits: an address becomes one of a script, which workers are, only
 * where it is a file of the page's own origin. No text becomes markup or code.
 */
export function trustOwnFiles(trustedTypes = globalThis.trustedTypes): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      new URL(address, location.href).origin === location.origin ? address : null,
  });
}
