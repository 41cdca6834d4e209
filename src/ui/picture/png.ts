import type { Size } from './svg.ts';

/** A picture has so many pixels for each unit, so that it is sharp on screens and slides. */
const SCALE = 2;

/** A picture in SVG, drawn as PNG. */
export async function pngOf(svg: string, { width, height }: Size): Promise<Blob> {
  const image = new Image();
  // This is a data URL, which the page's policy allows for pictures.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => {
      if (png === null) reject(new Error('The browser makes no PNG of the picture.'));
      else resolve(png);
    }, 'image/png'),
  );
}
