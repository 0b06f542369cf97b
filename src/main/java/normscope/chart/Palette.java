package normscope.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Few colours for many, by Heckbert's median cut (1982): the colours are parted where the most pixels would change the
 * most, until there are enough parts, and each part becomes its mean. As few as there is room for stay exactly as they
 * are.
 */
final class Palette {

    private static final int CHANNELS = 3;

    private Palette() {}

    /**
     * Chooses colours.
     *
     * @param counts pixels of each colour, 0xRRGGBB. Not modified
     * @param palette written to
     * @param most how many entries of it may be used
     * @return of each colour its entry
     */
    static Map<Integer, Integer> of(Map<Integer, Integer> counts, int[] palette, int most) {
        List<Part> parts = new ArrayList<>();
        if (!counts.isEmpty()) {
            parts.add(new Part(new ArrayList<>(counts.keySet()), counts));
        }
        while (parts.size() < most) {
            Part widest = parts.stream()
                    .filter(part -> part.colours.size() > 1)
                    .max(Comparator.comparingDouble(part -> part.weight))
                    .orElse(null);
            if (widest == null) {
                break;
            }
            parts.remove(widest);
            widest.split(counts, parts);
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            palette[i] = parts.get(i).mean(counts);
            for (int colour : parts.get(i).colours) {
                places.put(colour, i);
            }
        }
        return places;
    }

    private static int channel(int colour, int channel) {
        return colour >> 8 * channel & 0xFF;
    }

    private static final class Part {
        private final List<Integer> colours;
        private int longest;
        /** What is lost if it becomes one colour: its length, for each pixel; few pixels must not be lost either. */
        private final double weight;

        private final long pixels;

        Part(List<Integer> colours, Map<Integer, Integer> counts) {
            this.colours = colours;
            int most = -1;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int low = 255;
                int high = 0;
                for (int colour : colours) {
                    low = Math.min(low, channel(colour, channel));
                    high = Math.max(high, channel(colour, channel));
                }
                if (high - low > most) {
                    most = high - low;
                    longest = channel;
                }
            }
            pixels = colours.stream().mapToLong(counts::get).sum();
            weight = (double) most * most * Math.sqrt(pixels);
        }

        void split(Map<Integer, Integer> counts, List<Part> parts) {
            colours.sort(Comparator.comparingInt((Integer colour) -> channel(colour, longest))
                    .thenComparing(Comparator.naturalOrder()));
            long half = 0;
            int at = 0;
            while (at < colours.size() - 1 && 2 * half < pixels) {
                half += counts.get(colours.get(at++));
            }
            at = Math.max(1, at);
            parts.add(new Part(new ArrayList<>(colours.subList(0, at)), counts));
            parts.add(new Part(new ArrayList<>(colours.subList(at, colours.size())), counts));
        }

        int mean(Map<Integer, Integer> counts) {
            int mean = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                long sum = 0;
                for (int colour : colours) {
                    sum += (long) counts.get(colour) * channel(colour, channel);
                }
                mean |= (int) Math.round((double) sum / pixels) << 8 * channel;
            }
            return mean;
        }
    }
}
