import { shadeOf, shades, tiles } from "@/lib/statistics/tiles";

interface Tile {
  readonly code: string;
  readonly name: string;
  /** As it stands in the table. */
  readonly text: string;
  /** Null: not told. */
  readonly value: number | null;
}

interface TileMapProps {
  readonly label: string;
  readonly regions: readonly Tile[];
}

const size = 62;
const strength = ["15%", "32%", "50%", "70%", "90%"];

/** The country as one tile for each region; the darker, the more. The table below has the names and figures. */
export function TileMap({ label, regions }: TileMapProps) {
  const values = regions.flatMap(({ value }) => (value === null ? [] : [value]));
  const known = regions.flatMap((region) => {
    const spot = tiles[region.code];
    return spot === undefined ? [] : [{ ...region, spot }];
  });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size * 8} ${size * 8}`} className="h-auto w-full max-w-112">
      {known.map((region) => (
        <RegionTile key={region.code} {...region} shade={region.value === null ? 0 : shadeOf(region.value, values)} />
      ))}
    </svg>
  );
}

interface RegionTileProps extends Tile {
  readonly spot: readonly [column: number, row: number];
  /** 0 when nothing is told. */
  readonly shade: number;
}

function RegionTile({ code, name, text, spot: [column, row], shade }: RegionTileProps) {
  const ink = shade >= shades - 1 ? "fill-on-brand" : "fill-ink";
  return (
    <g transform={`translate(${column * size} ${row * size})`}>
      <title>{`${name}: ${text}`}</title>
      <rect width={size - 4} height={size - 4} rx="6" className="fill-paper stroke-line-strong" />
      {shade === 0 ? null : (
        <rect
          width={size - 4}
          height={size - 4}
          rx="6"
          className="fill-brand forced-colors:fill-none"
          fillOpacity={strength[shade - 1]}
        />
      )}
      <text x={(size - 4) / 2} y="22" textAnchor="middle" className={`${ink} text-xs`}>
        {code}
      </text>
      <text x={(size - 4) / 2} y="43" textAnchor="middle" className={`${ink} text-sm font-semibold`}>
        {text}
      </text>
    </g>
  );
}
