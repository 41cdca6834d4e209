/** The body of an error as the endpoint's documentation shows it; `code` is a number or a text. */
export type DocumentedError = {
  readonly code: number | string;
  readonly description: string;
  readonly data: readonly string[];
  readonly source: string;
};

/** The documented body of an error. `data` holds what it is about, such as the name of the refused parameter. */
export function documentedError(
  code: number | string,
  description: string,
  data: readonly string[] = [],
): DocumentedError {
  return { code, description, data, source: 'LicenseDeploymentEmulator' };
}
