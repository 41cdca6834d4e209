/** How wide the content of the page gets; the header stands above its edges. */
export const WIDEST = '150rem';
