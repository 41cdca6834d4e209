/** Gives a file to the person, as a download of this name. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then, and reads it to its end.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
