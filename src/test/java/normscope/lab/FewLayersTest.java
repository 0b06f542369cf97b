package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FewLayersTest {

    @Test
    void upToEightLayersAreAllShownAndOfMoreEightFromFirstToLast() {
        assertThat(FewLayers.of(3)).containsExactly(0, 1, 2);
        assertThat(FewLayers.of(8)).hasSize(8);
        assertThat(FewLayers.of(9)).hasSize(8).startsWith(0).endsWith(8).doesNotHaveDuplicates();
        assertThat(FewLayers.of(50)).containsExactly(0, 7, 14, 21, 28, 35, 42, 49);
        assertThat(FewLayers.sentence(8)).isEmpty();
        assertThat(FewLayers.sentence(50)).contains("50", "1, 8, 15, 22, 29, 36, 43, 50");
    }

    @Test
    void anyLayerHasAShownOneNearIt() {
        assertThat(FewLayers.nearest(2, 4)).isEqualTo(2);
        assertThat(FewLayers.nearest(99, 4)).isEqualTo(3);
        assertThat(FewLayers.nearest(20, 50)).isEqualTo(21);
    }
}
