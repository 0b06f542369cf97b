package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Few colours for many. */
class PaletteTest {

    @Test
    void asManyAsThereIsRoomForStayExactlyAsTheyAre() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 255; i++) {
            counts.put(i * 65_793 ^ i << 9, 1 + i);
        }
        int[] palette = new int[256];
        Map<Integer, Integer> places = Palette.of(counts, palette, 255);
        assertThat(places.keySet()).isEqualTo(counts.keySet());
        counts.keySet()
                .forEach(colour -> assertThat(palette[places.get(colour)]).isEqualTo(colour));
    }

    @Test
    void ofAGradientNeighboursBecomeOne() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int grey = 0; grey < 256; grey++) {
            counts.put(grey * 0x010101, 10);
        }
        int[] palette = new int[256];
        Map<Integer, Integer> places = Palette.of(counts, palette, 16);
        assertThat(places.values()).allMatch(place -> place < 16);
        places.forEach((colour, place) ->
                assertThat(Math.abs((colour & 0xFF) - (palette[place] & 0xFF))).isLessThanOrEqualTo(16));
    }

    @Test
    void nothingNeedsNoColour() {
        assertThat(Palette.of(Map.of(), new int[256], 255)).isEmpty();
    }
}
