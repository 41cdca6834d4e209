import { measureColors } from '#ui/colors.ts';

/** Two bars, sold and deployed, which the product is about. The logo is decorative; the name stands beside it. */
export function Logo() {
  return (
    <svg width="1.5rem" height="1.5rem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      {[
        { y: 6, deployed: 19 },
        { y: 18, deployed: 11 },
      ].map(({ y, deployed }) => (
        <g key={y}>
          <rect x="3" y={y} width="26" height="8" rx="2" fill={measureColors.soldFill} />
          <rect x="3" y={y} width={deployed} height="8" rx="2" fill={measureColors.deployed} />
        </g>
      ))}
    </svg>
  );
}
