const SVG = 'http://www.w3.org/2000/svg';

function icon(path: string): () => SVGSVGElement {
  return () => {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 12 12');
    svg.setAttribute('width', '0.75rem');
    svg.setAttribute('height', '0.75rem');
    svg.setAttribute('fill', 'none');
    svg.setAttribute('stroke', 'currentColor');
    svg.setAttribute('stroke-width', '1.5');
    svg.setAttribute('stroke-linecap', 'round');
    svg.setAttribute('stroke-linejoin', 'round');
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  };
}

/**
 * The grid's icons that can be visible. They are elements: the grid's own icon sets are masks over a background, which
 * forced colours remove, and images in data: URLs.
 */
export const gridIcons = {
  sortAscending: icon('M6 10.5v-9M2.5 5 6 1.5 9.5 5'),
  sortDescending: icon('M6 1.5v9M2.5 7 6 10.5 9.5 7'),
} as const;
